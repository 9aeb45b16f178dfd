using Microsoft.OpenApi;
using Sendra.WebApi.Controllers;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Sendra.WebApi.Swagger;

/// <summary>Shows that a webhook takes a body of any type, which it reads raw and not by MVC.</summary>
internal sealed class WebhookBody : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.MethodInfo.DeclaringType != typeof(WebhooksController))
        {
            return;
        }

        operation.RequestBody = new OpenApiRequestBody
        {
            Description = "What the sender posts, up to 1 MiB. JSON and forms are mapped; anything else is stored as skipped.",
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchema { Description = "Any JSON value." } },
                ["application/x-www-form-urlencoded"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } },
                ["*/*"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
            },
        };
    }
}
