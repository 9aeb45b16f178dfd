using Microsoft.OpenApi;
using Sendra.WebApi.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Sendra.WebApi.Swagger;

/// <summary>Describes the header of answers that may come from a read replica.</summary>
internal sealed class BehindHeader : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ShowsBehindAttribute>().Any()
            && operation.Responses?.TryGetValue("200", out var answer) == true && answer is OpenApiResponse ok)
        {
            ok.Headers = new Dictionary<string, IOpenApiHeader>
            {
                [ShowsBehindAttribute.Header] = new OpenApiHeader
                {
                    Description = "How many seconds behind the response may be, if Sendra read it from a read replica.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
                },
            };
        }
    }
}
