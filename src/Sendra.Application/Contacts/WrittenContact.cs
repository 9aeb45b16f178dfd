using System.Text;
using System.Text.Json;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts;

/// <summary>One contact as one JSON object: its email and <c>externalId</c>, and beside them what an event says in <c>contactProperties</c>.</summary>
internal static class WrittenContact
{
    private const string Email = "email";
    private const string Id = "externalId";

    /// <summary>What keeps a JSON object from being a contact, by field, as the ends of sentences that begin with the field.</summary>
    /// <param name="json">A JSON object.</param>
    /// <param name="needsEmail">True when the contact must have an email.</param>
    public static IEnumerable<(string Field, string Problem)> ProblemsOf(RawJson json, bool needsEmail)
    {
        var contact = JsonElement.Parse(json.Text);
        if ((needsEmail || Find(contact, Email) is not null) && ProblemOf(contact, Email, text => EmailAddress.TryParse(text, out _, out var problem) ? null : problem) is { } email)
        {
            yield return (Email, email);
        }

        if (Find(contact, Id) is not null && ProblemOf(contact, Id, text => ExternalId.TryParse(text, out _, out var problem) ? null : problem) is { } id)
        {
            yield return (Id, id);
        }
    }

    /// <summary>The email that the JSON has, or null.</summary>
    /// <param name="json">JSON without problems.</param>
    public static EmailAddress? EmailIn(RawJson json) =>
        Find(JsonElement.Parse(json.Text), Email) is { } text && EmailAddress.TryParse(text.GetString(), out var email, out _) ? email : null;

    /// <summary>The external id that the JSON has, or null.</summary>
    /// <param name="json">JSON without problems.</param>
    public static ExternalId? ExternalIdIn(RawJson json) =>
        Find(JsonElement.Parse(json.Text), Id) is { } text && ExternalId.TryParse(text.GetString(), out var id, out _) ? id : null;

    /// <summary>The same of any JSON object.</summary>
    public static ExternalId? TryExternalIdIn(RawJson json) => ProblemsOf(json, needsEmail: false).Any(problem => problem.Field == Id) ? null : ExternalIdIn(json);

    /// <summary>The person, who has this email (E0).</summary>
    /// <param name="json">JSON without problems.</param>
    public static Person PersonIn(RawJson json, EmailAddress email) =>
        JsonElement.Parse(json.Text).TryGetProperty(Id, out var id) && id.ValueKind == JsonValueKind.Null
            ? Person.WithoutId(email)
            : Person.At(email, ExternalIdIn(json));

    /// <summary>All the rest, as <c>contactProperties</c>.</summary>
    public static RawJson PropertiesIn(RawJson json)
    {
        var text = new StringBuilder("{");
        foreach (var property in JsonElement.Parse(json.Text).EnumerateObject().Where(property => property.Name is not (Email or Id)))
        {
            text.Append(text.Length > 1 ? "," : "").Append(JsonSerializer.Serialize(property.Name)).Append(':').Append(property.Value.GetRawText());
        }

        return new RawJson(text.Append('}').ToString());
    }

    private static string? ProblemOf(JsonElement contact, string field, Func<string?, string?> problemOf) => Find(contact, field) switch
    {
        null => problemOf(null),
        { ValueKind: JsonValueKind.String } text => problemOf(text.GetString()),
        _ => "must be text",
    };

    private static JsonElement? Find(JsonElement contact, string field) =>
        contact.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
