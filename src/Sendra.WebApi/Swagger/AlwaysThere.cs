using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Sendra.WebApi.Swagger;

/// <summary>
/// Says of answers what is true of them: every field is there, save those that are left out when they are null.
/// What a request must have is marked <c>[Required]</c> there; no request holds a type of answers.
/// </summary>
internal sealed class AlwaysThere : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } properties } shape
            || context.Type.Namespace?.StartsWith("Sendra.", StringComparison.Ordinal) != true
            || context.Type.Name.EndsWith("Request", StringComparison.Ordinal))
        {
            return;
        }

        var leftOut = context.Type.GetProperties()
            .Where(property => property.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true).Length > 0)
            .Select(property => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        shape.Required = properties.Keys.Except(leftOut, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
    }
}
