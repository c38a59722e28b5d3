import type { Sample } from './sample';

export type Answer = (sample: Sample, url: URL, parameters: Record<string, string>, request: Request) => Response | Promise<Response>;
export type InWorkspace = (answer: Answer) => (asked: { request: Request; params: Record<string, string | readonly string[] | undefined> }) => Response | Promise<Response>;

/** What every family of handlers needs of the pretended server. */
export interface Tools {
  inWorkspace: InWorkspace;
  problem: (status: number, code: string, title: string, detail: string, members?: object) => Response;
  page: <Element>(list: Element[], url: URL) => { items: Element[]; next: string | null };
}
