using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Sendra.WebApi.Swagger;

/// <summary>Query parameters are named in camel case, also those that are properties of a record.</summary>
internal sealed class QueryNames : IParameterFilter
{
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (parameter is OpenApiParameter { In: ParameterLocation.Query, Name: { } name } shown)
        {
            shown.Name = JsonNamingPolicy.CamelCase.ConvertName(name);
        }
    }
}
