using Microsoft.OpenApi;
using Sendra.WebApi.Controllers;
using Sendra.WebApi.Events.CloudEvents;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Sendra.WebApi.Swagger;

/// <summary>Shows the forms in which CloudEvents come: their body is read raw and not by MVC.</summary>
internal sealed class CloudEventBody : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.MethodInfo.DeclaringType != typeof(CloudEventsController) || context.ApiDescription.HttpMethod != HttpMethods.Post)
        {
            return;
        }

        var one = context.SchemaGenerator.GenerateSchema(typeof(CloudEvent), context.SchemaRepository);
        operation.RequestBody = new OpenApiRequestBody
        {
            Description = "One event, a list of events, or, with the attributes in `ce-…` headers, the data of one.",
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                ["application/cloudevents+json"] = new OpenApiMediaType { Schema = one },
                ["application/cloudevents-batch+json"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } },
                ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchema { Description = "Any JSON value, in binary mode." } },
            },
        };
    }
}
