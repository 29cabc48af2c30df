/** One thing that a holder can do, in the place of the list. */
export type PanelRequest =
  | {
      readonly name: 'download' | 'share';
      /** The id of the diploma that it begins with. */
      readonly diploma: string;
    }
  | { readonly name: 'access-records' | 'correction-requests' }
  | {
      readonly name: 'report';
      /** The id of the diploma in which something is wrong; absent when one is missing. */
      readonly diploma?: string;
    };

export type PanelName = PanelRequest['name'];
