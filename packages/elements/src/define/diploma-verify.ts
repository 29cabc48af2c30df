/** Defines `<diploma-verify>`. */
import { DiplomaVerify } from '../diploma-verify/diploma-verify.ts';
import { define } from './define.ts';

define('diploma-verify', DiplomaVerify);

declare global {
  interface HTMLElementTagNameMap {
    'diploma-verify': DiplomaVerify;
  }
}
