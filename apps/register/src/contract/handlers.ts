import type { operations } from '@diplomaregister/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Register } from '../register.ts';
import type { OperationId } from './operations.ts';

type Parameters<Id extends OperationId, In extends string> = operations[Id] extends {
  parameters: { [Key in In]?: infer Values };
}
  ? NonNullable<Values>
  : unknown;

type JsonBody<Content> = Content extends { content: { 'application/json': infer Body } }
  ? Body
  : unknown;

type RequestBody<Id extends OperationId> = operations[Id] extends { requestBody: infer Content }
  ? JsonBody<Content>
  : unknown;

type Success<Responses> = {
  [Status in keyof Responses]: Status extends 200 | 201
    ? Responses[Status] extends { content: { 'application/json': infer Body } }
      ? Body
      : Responses[Status] extends { content: infer Content }
        ? Content[keyof Content] | Uint8Array
        : undefined
    : never;
}[keyof Responses];

/** A request that the contract has validated: its parts have the contract's types. */
export type OperationRequest<Id extends OperationId> = FastifyRequest<{
  Params: Parameters<Id, 'path'>;
  Querystring: Parameters<Id, 'query'>;
  Headers: Parameters<Id, 'header'>;
  Body: RequestBody<Id>;
}>;

/**
 * Serves one operation. Returns the body of the answer (or the reply, when it was sent already),
 * sets status and headers on `reply`, throws a `Problem` when the request cannot be served.
 */
export type Handler<Id extends OperationId> = (
  register: Register,
  request: OperationRequest<Id>,
  reply: FastifyReply,
) => Promise<Success<operations[Id]['responses']> | FastifyReply>;

/** What a folder of a resource exports: its handlers, by the operation's id. */
export type Handlers<Ids extends OperationId = OperationId> = {
  readonly [Id in Ids]: Handler<Id>;
};
