using Microsoft.OpenApi;
using Sendra.WebApi.Controllers;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Sendra.WebApi.Swagger;

/// <summary>Shows that a webhook takes a body of any type, which it reads raw and not by MVC.</summary>
internal sealed class WebhookBody : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.MethodInfo.DeclaringType != typeof(WebhooksController) || context.ApiDescription.HttpMethod != HttpMethods.Post)
        {
            return;
        }

        operation.RequestBody = new OpenApiRequestBody
        {
            Description = "What the sender posts, up to 1 MiB. JSON, lines of JSON, forms and XML are mapped, also compressed with gzip, deflate or br; anything else is stored as skipped.",
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchema { Description = "Any JSON value." } },
                ["application/x-www-form-urlencoded"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } },
                ["multipart/form-data"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } },
                ["application/xml"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                ["application/x-ndjson"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                ["*/*"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
            },
        };
    }
}
