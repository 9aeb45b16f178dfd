using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Errors;
using Sendra.WebApi.Mcp;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Sendra.WebApi.Swagger;

/// <summary>Shows the server for assistants, which is no controller's.</summary>
internal sealed class McpCall : IDocumentFilter
{
    public void Apply(OpenApiDocument document, DocumentFilterContext context)
    {
        if (context.DocumentName != ApiDocument.Name)
        {
            return;
        }

        var problem = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);
        var operation = new OpenApiOperation
        {
            OperationId = "Mcp_Call",
            Summary = "Answers an assistant by the Model Context Protocol.",
            Description = "Streamable HTTP without sessions: one JSON-RPC message a call, such as `tools/list` and `tools/call`. Tools have the rights and limits of the key; what they refuse is told in their result as the API tells it.",
            Tags = new HashSet<OpenApiTagReference> { new("Assistants", document) },
            RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, IOpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "A JSON-RPC message." } } },
            },
            Responses = new OpenApiResponses
            {
                ["200"] = new OpenApiResponse
                {
                    Description = "The answer.",
                    Content = new Dictionary<string, IOpenApiMediaType>
                    {
                        ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } },
                        ["text/event-stream"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                    },
                },
            },
            Security = [Takes(ApiDocument.SessionScheme, document), Takes(ApiDocument.KeyScheme, document)],
        };
        foreach (var (status, description) in ((string, string)[])
        [
            ("401", "The API key is missing or wrong."), ("403", "The API key may not read."), ("406", "The call must accept `application/json` and `text/event-stream`."),
            ("429", "Too many calls. Try again after `Retry-After` seconds."), ("503", "The database can't be reached, or this node can't take more."),
        ])
        {
            operation.Responses[status] = new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, IOpenApiMediaType> { [ProblemWriter.ContentType] = new OpenApiMediaType { Schema = problem } },
            };
        }

        operation.AddExtension("x-needs", new JsonNodeExtension(JsonValue.Create("read")!));
        document.Paths[McpServer.Path] = new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Post] = operation } };
    }

    private static OpenApiSecurityRequirement Takes(string scheme, OpenApiDocument document) => new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };
}
