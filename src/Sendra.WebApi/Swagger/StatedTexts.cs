using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using Sendra.WebApi.Json;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Sendra.WebApi.Swagger;

/// <summary>Says of each <see cref="StatedText"/> that it may be null: to the generator it is a struct, which never is.</summary>
internal sealed class StatedTexts : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        foreach (var property in context.Type.GetProperties().Where(property => property.PropertyType == typeof(StatedText)))
        {
            var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (schema.Properties?[name] is OpenApiSchema text)
            {
                text.Type |= JsonSchemaType.Null;
            }
        }
    }
}
