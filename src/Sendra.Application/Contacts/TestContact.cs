using System.Text;
using System.Text.Json;
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
    private const string Email = "email";
    private const string Id = "externalId";

    /// <summary>What keeps the JSON from being a contact, by field, as the ends of sentences that begin with the field.</summary>
    /// <param name="json">What was sent.</param>
    /// <param name="needsEmail">True when the contact must have an email.</param>
    public static IEnumerable<(string Field, string Problem)> ProblemsOf(RawJson? json, bool needsEmail = true)
    {
        if (json is not { } written)
        {
            yield return (Field, "is required");
        }
        else if (!written.Text.StartsWith('{'))
        {
            yield return (Field, "must be an object");
        }
        else
        {
            var contact = JsonElement.Parse(written.Text);
            if ((needsEmail || Find(contact, Email) is not null) && ProblemOf(contact, Email, text => EmailAddress.TryParse(text, out _, out var problem) ? null : problem) is { } email)
            {
                yield return ($"{Field}.{Email}", email);
            }

            if (Find(contact, Id) is not null && ProblemOf(contact, Id, text => ExternalId.TryParse(text, out _, out var problem) ? null : problem) is { } id)
            {
                yield return ($"{Field}.{Id}", id);
            }
        }
    }

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

    /// <summary>The email that the JSON has, or null.</summary>
    /// <param name="json">JSON without problems.</param>
    public static EmailAddress? EmailIn(RawJson json) =>
        Find(JsonElement.Parse(json.Text), Email) is { } text && EmailAddress.TryParse(text.GetString(), out var email, out _) ? email : null;

    /// <summary>Puts what the JSON says over what a contact has.</summary>
    /// <param name="json">JSON without problems.</param>
    /// <param name="contact">A contact with its email, which is never saved.</param>
    /// <param name="fields">The declared custom fields, by name.</param>
    /// <param name="warnings">What was left out.</param>
    public static void Apply(
        RawJson json, Contact contact, IReadOnlyDictionary<string, CustomField> fields, out IReadOnlyList<ContactWarning> warnings)
    {
        var written = JsonElement.Parse(json.Text);
        if (Find(written, Id) is { } externalId && ExternalId.TryParse(externalId.GetString(), out var given, out _))
        {
            contact.Identify(given);
        }

        var patch = ContactPatch.Read(PropertiesIn(written), fields);
        contact.Apply(patch);
        warnings = [.. patch.Warnings.Select(warning => warning with { Field = $"{Field}{warning.Field["contactProperties".Length..]}" })];
    }

    private static string? ProblemOf(JsonElement contact, string field, Func<string?, string?> problemOf) => Find(contact, field) switch
    {
        null => problemOf(null),
        { ValueKind: JsonValueKind.String } text => problemOf(text.GetString()),
        _ => "must be text",
    };

    private static JsonElement? Find(JsonElement contact, string field) =>
        contact.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static RawJson PropertiesIn(JsonElement contact)
    {
        var text = new StringBuilder("{");
        foreach (var property in contact.EnumerateObject().Where(property => property.Name is not (Email or Id)))
        {
            text.Append(text.Length > 1 ? "," : "").Append(JsonSerializer.Serialize(property.Name)).Append(':').Append(property.Value.GetRawText());
        }

        return new RawJson(text.Append('}').ToString());
    }
}
