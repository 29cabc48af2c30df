import { css } from 'lit';

/**
 * The design tokens. Each takes the host page's `--diploma-…`, else its NL Design System token, else
 * a neutral value. Light or dark follows the `color-scheme` that the page gives the element.
 */
export const tokens = css`
  :host {
    /* Text. */
    --_ink: var(--diploma-color, var(--utrecht-document-color, light-dark(#16202b, #edf1f5)));
    /* Hints, labels and other text of less weight. */
    --_soft: var(--diploma-color-subtle, light-dark(#4a5866, #b4c0cc));
    /* Lines between and around parts. */
    --_line: var(--diploma-border-color, light-dark(#d8dfe6, #3a4754));
    /* The card. */
    --_paper: var(
      --diploma-background-color,
      var(--utrecht-document-background-color, light-dark(#fff, #131a22))
    );
    /* Parts that stand out of the card. */
    --_wash: var(--diploma-background-color-subtle, light-dark(#f5f7f9, #1c2530));
    /* Buttons and links. */
    --_accent: var(
      --diploma-accent-color,
      var(--utrecht-button-primary-action-background-color, light-dark(#0a4f7d, #8fcbf2))
    );
    /* Text on the main button. */
    --_on-accent: var(
      --diploma-on-accent-color,
      var(--utrecht-button-primary-action-color, light-dark(#fff, #06202f))
    );
    /* The border of a field. */
    --_field: var(
      --diploma-field-border-color,
      var(--utrecht-form-control-border-color, light-dark(#667585, #8d9baa))
    );
    /* The ring around what has the focus. */
    --_focus: var(
      --diploma-focus-color,
      var(--utrecht-focus-outline-color, light-dark(#0a4f7d, #ffd166))
    );
    /* What is right: genuine, valid, a check that was passed. */
    --_good: var(--diploma-good-color, light-dark(#0a6437, #7fd6a5));
    /* What is wrong: altered, withdrawn, a check that failed, a problem. */
    --_bad: var(--diploma-bad-color, light-dark(#a3162c, #ff9aa6));
    /* What is neither. */
    --_open: var(--diploma-open-color, light-dark(#3a4858, #b9c6d4));
    /* Behind the verdict on what is genuine. */
    --_good-banner: var(--diploma-good-banner-color, #0a6437);
    /* Behind the verdict on what is not to be trusted. */
    --_bad-banner: var(--diploma-bad-banner-color, #a3162c);
    /* Behind the verdict that is neither. */
    --_open-banner: var(--diploma-open-banner-color, #3a4858);
    /* Text on the banner of a verdict. */
    --_on-banner: var(--diploma-on-banner-color, #fff);
    --_note: light-dark(#fdf3dc, #3a2d10);
    --_on-note: light-dark(#3d2a00, #fbe6b8);
    /* Corners of the card. */
    --_radius: var(--diploma-border-radius, 0.75em);
    /* Corners of buttons, fields and notes. */
    --_control-radius: var(
      --diploma-control-border-radius,
      var(--utrecht-button-border-radius, 0.5em)
    );
    /* Between the parts, and around them. */
    --_gap: var(--diploma-spacing, 1.75em);
    /* Typeface. */
    font-family: var(--diploma-font-family, var(--utrecht-document-font-family, inherit));
    /* Size of the text; everything is in proportion to it. */
    font-size: var(--diploma-font-size, inherit);
    line-height: 1.5;
    color: var(--_ink);
    container-type: inline-size;
    display: block;
    /* Inline-size containment gives no width of its own, for instance in a flex row. */
    min-inline-size: min(100%, 17em);
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  @container (width < 30em) {
    .card {
      --_gap: var(--diploma-spacing, 1.125em);
    }
  }
  @media (forced-colors: active) {
    :host {
      --_accent: CanvasText;
      --_good: CanvasText;
      --_bad: CanvasText;
      --_open: CanvasText;
      --_good-banner: Canvas;
      --_bad-banner: Canvas;
      --_open-banner: Canvas;
      --_on-banner: CanvasText;
      --_paper: Canvas;
    }
  }
`;
