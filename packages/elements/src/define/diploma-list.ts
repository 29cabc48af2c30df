/** Defines `<diploma-list>`. */
import { DiplomaList } from '../diploma-list/diploma-list.ts';
import { define } from './define.ts';

define('diploma-list', DiplomaList);

declare global {
  interface HTMLElementTagNameMap {
    'diploma-list': DiplomaList;
  }
}
