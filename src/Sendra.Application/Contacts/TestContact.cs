using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts;

/// <summary>
/// The contact of a test or preview: what the call says about it. It is read as an event's email, <c>externalId</c> and
/// <c>contactProperties</c> would be.
/// </summary>
internal static class TestContact
{
    private const string Field = "contact";

    /// <summary>What keeps the JSON from being a contact, by field, as the ends of sentences that begin with the field.</summary>
    /// <param name="json">What was sent.</param>
    /// <param name="needsEmail">True when the contact must have an email.</param>
    public static IEnumerable<(string Field, string Problem)> ProblemsOf(RawJson? json, bool needsEmail = true) => json switch
    {
        null => [(Field, "is required")],
        { } written when !written.Text.StartsWith('{') => [(Field, "must be an object")],
        { } written => WrittenContact.ProblemsOf(written, needsEmail).Select(one => ($"{Field}.{one.Field}", one.Problem)),
    };

    /// <summary>The contact that the JSON describes.</summary>
    /// <param name="json">JSON without problems.</param>
    /// <param name="fields">The declared custom fields, by name.</param>
    /// <param name="warnings">What was left out.</param>
    public static Contact Read(
        RawJson json, ContactId id, WorkspaceId workspaceId, IReadOnlyDictionary<string, CustomField> fields, out IReadOnlyList<ContactWarning> warnings)
    {
        var contact = Contact.Create(id, workspaceId, EmailIn(json) ?? throw new InvalidOperationException("A contact without an email was not refused."));
        Apply(json, contact, fields, out warnings);
        return contact;
    }

    /// <inheritdoc cref="WrittenContact.EmailIn"/>
    public static EmailAddress? EmailIn(RawJson json) => WrittenContact.EmailIn(json);

    /// <summary>Puts what the JSON says over what a contact has.</summary>
    /// <param name="json">JSON without problems.</param>
    /// <param name="contact">A contact with its email, which is never saved.</param>
    /// <param name="fields">The declared custom fields, by name.</param>
    /// <param name="warnings">What was left out.</param>
    public static void Apply(
        RawJson json, Contact contact, IReadOnlyDictionary<string, CustomField> fields, out IReadOnlyList<ContactWarning> warnings)
    {
        if (WrittenContact.ExternalIdIn(json) is { } externalId)
        {
            contact.Identify(externalId);
        }

        var patch = ContactPatch.Read(WrittenContact.PropertiesIn(json), fields);
        contact.Apply(patch);
        warnings = [.. patch.Warnings.Select(warning => warning with { Field = $"{Field}{warning.Field["contactProperties".Length..]}" })];
    }
}
