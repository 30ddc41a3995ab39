/** The options of a rule in words, read off its schema. */
import * as z from 'zod';
import type { RuleOption } from '../domain/rule-page.ts';
import type { AnyRule } from './rule.ts';

const Property = z.looseObject({ default: z.json().optional() });
const Properties = z.looseObject({ properties: z.record(z.string(), Property).default({}) });

/** In the order of the schema. */
export function ruleOptions(rule: Pick<AnyRule, 'options'>): RuleOption[] {
  const { properties } = Properties.parse(z.toJSONSchema(rule.options, { io: 'input', unrepresentable: 'any' }));
  return Object.entries(properties).map(([name, property]) => ({
    name,
    takes: typeOf(property),
    default: property.default === undefined ? null : JSON.stringify(property.default),
  }));
}

const Shape = z.looseObject({
  type: z.string().optional(),
  const: z.json().optional(),
  enum: z.array(z.json()).optional(),
  anyOf: z.array(z.json()).optional(),
  items: z.json().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  properties: z.record(z.string(), z.json()).optional(),
});

function typeOf(schema: unknown): string {
  const shape = Shape.parse(schema);
  if (shape.const !== undefined) return code(shape.const);
  if (shape.enum) return shape.enum.map(code).join(', ');
  if (shape.anyOf) return shape.anyOf.map(typeOf).join(' or ');
  if (shape.type === 'array') return `list of ${shape.items === undefined ? 'values' : typeOf(shape.items)}`;
  if (shape.type === 'object' && shape.properties) return `\`{ ${Object.keys(shape.properties).join(', ')} }\``;
  const isBounded = shape.minimum !== undefined && shape.maximum !== undefined;
  const name = shape.type === 'string' ? 'text' : (shape.type ?? 'any value');
  return isBounded ? `${name}, ${shape.minimum} to ${shape.maximum}` : name;
}

/** As Markdown writes a literal. */
function code(literal: unknown): string {
  return `\`${JSON.stringify(literal)}\``;
}
