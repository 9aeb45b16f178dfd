using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Sendra.WebApi.Swagger;

/// <summary>What the body of a call that saves a contact looks like: it has the fields that a workspace declares.</summary>
internal static class ContactBody
{
    public static OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "One contact. Besides these fields it takes the workspace's custom fields. Absent fields change nothing, null clears. "
            + "What can't be taken is left out and named in the response's warnings.",
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["email"] = Text("One email address. Lower-cased. It tells which contact this is, and can't be changed."),
            ["externalId"] = Text("The id that your own system gives to this person: 1 to 255 characters, unique in the workspace."),
            ["firstName"] = Text("First name."),
            ["lastName"] = Text("Last name."),
            ["name"] = Text("Full name."),
        },
        AdditionalProperties = new OpenApiSchema { Description = "A custom field: text, a number, true or false, or null." },
        Examples = [JsonNode.Parse("""{ "email": "ada@example.com", "externalId": "user_1815", "firstName": "Ada", "plan": "pro" }""")!],
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = description };
}
