using System.Text.Json;
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
            if (schema.Properties?[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] is OpenApiSchema text)
            {
                text.Type |= JsonSchemaType.Null;
            }
        }
    }
}
