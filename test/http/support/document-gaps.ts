/** What an operation of the API document lacks before somebody who connects a campaign tool can live by it. */
import type { Route } from '../../../src/http/contracts/route.ts';
import { apiDocument, Operation, objections } from './api-document.ts';

/** The gaps of a route's operation, each a sentence that says where to close it. */
export function documentGaps(route: Route): string[] {
  const found = apiDocument.paths[route.path]?.[route.method];
  if (!found) return [`${route.operationId} is not in the document; add its contract to src/http/contracts/routes.ts`];
  const operation = Operation.parse(found);
  return [...wordGaps(operation), ...bodyGaps(route, operation), ...answerGaps(route, operation)].map(
    (gap) => `${route.operationId} ${gap}`,
  );
}

function wordGaps({ summary = '', description = '', tags, parameters }: Operation): string[] {
  const undescribed = parameters.filter((parameter) => !parameter.description).map(({ name }) => name);
  const unknownTags = tags.filter((tag) => !apiDocument.tags.some(({ name }) => name === tag));
  return [
    ...(summary.length < 5 ? ['has no summary; say in its contract what it does'] : []),
    // Who may use it is added by itself and says nothing of what it does.
    ...(description.split('\n\n').length < 2
      ? ['has no description; say in its contract what a caller must know']
      : []),
    ...undescribed.map((name) => `has the parameter ${name} without a description; give it one with .meta()`),
    ...unknownTags.map((tag) => `has the tag ${tag}, which src/http/openapi-prose.ts does not describe`),
  ];
}

function bodyGaps({ path, method }: Route, { requestBody }: Operation): string[] {
  return Object.entries(requestBody?.content ?? {}).flatMap(([type, { example }]) => {
    if (example === undefined)
      return ['has no example of its body; add one to bodyExamples in src/http/openapi-examples.ts'];
    const wrong = objections(['paths', path, method, 'requestBody', 'content', type, 'schema'], example);
    return wrong.map((objection) => `has a wrong example of its body: ${objection}`);
  });
}

function answerGaps({ path, method, status }: Route, { responses }: Operation): string[] {
  return Object.entries(responses).flatMap(([code, { headers, content = {} }]) => {
    const withoutId = headers['X-Request-Id']?.required ? [] : [`does not promise X-Request-Id with ${code}`];
    const gaps = Object.entries(content).flatMap(([type, { example, examples = {} }]) => {
      const shown = [...(example === undefined ? [] : [example]), ...Object.values(examples).map(({ value }) => value)];
      if (shown.length === 0)
        return code === String(status)
          ? ['has no example of its answer; add one to answerExamples in src/http/openapi-answers.ts']
          : [`has no example of its answer with ${code}`];
      const schema = ['paths', path, method, 'responses', code, 'content', type, 'schema'];
      return shown.flatMap((each) =>
        objections(schema, each).map((objection) => `has a wrong example of its answer with ${code}: ${objection}`),
      );
    });
    return [...withoutId, ...gaps];
  });
}
