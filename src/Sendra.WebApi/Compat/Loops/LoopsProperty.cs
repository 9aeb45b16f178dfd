using Sendra.Application.Contacts;
using Sendra.Domain.Contacts;

namespace Sendra.WebApi.Compat.Loops;

/// <summary>A contact property.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Label">Its name in words.</param>
/// <param name="Type"><c>string</c>, <c>number</c>, <c>boolean</c> or <c>date</c>.</param>
public sealed record LoopsProperty(string Key, string Label, string Type)
{
    /// <summary>The properties that every contact has.</summary>
    internal static readonly LoopsProperty[] Own =
    [
        new("firstName", "First Name", "string"), new("lastName", "Last Name", "string"), new("email", "Email", "string"),
        new("subscribed", "Subscribed", "boolean"), new("userId", "User Id", "string"),
    ];

    internal static LoopsProperty From(CustomFieldResult field) => new(field.Name, field.Name, field.Type switch
    {
        CustomFieldType.Text => "string",
        CustomFieldType.Number => "number",
        CustomFieldType.Boolean => "boolean",
        CustomFieldType.Date => "date",
    });
}
