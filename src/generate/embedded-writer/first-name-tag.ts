/** A first-name tag that prints "there" where the name is missing, in the dialects that can say so inline. */

// Spellings of each platform's own reference; a dialect that keeps its fallback outside the tag is left out on purpose.
const tags: Readonly<Record<string, string>> = {
  klaviyo: "{{ first_name|default:'there' }}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Braze writes its references so.
  braze: "{{${first_name} | default: 'there'}}",
  sfmc: '%%=Iif(Empty(FirstName),"there",FirstName)=%%',
  mcnext: '{{isNullDefault firstName "there"}}',
  iterable: '{{defaultIfEmpty firstName "there"}}',
  hubspot: "{{ personalization_token('contact.firstname', 'there') }}",
  sendgrid: '{{insert first_name "default=there"}}',
  customerio: '{{ customer.first_name | default: "there" }}',
  campaignmonitor: '[firstname,fallback=there]',
  marketo: '{{lead.First Name:default=there}}',
  emarsys: '{{ contact.1 |default("there") }}',
  brevo: '{{ contact.FIRSTNAME | default : "there" }}',
};

/** The tag for a dialect, or `null` where it has no safe inline fallback or is not known. */
export function firstNameTag(dialect: string | undefined): string | null {
  return (dialect && Object.hasOwn(tags, dialect) && tags[dialect]) || null;
}
