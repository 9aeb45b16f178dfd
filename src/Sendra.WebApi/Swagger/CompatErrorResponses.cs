using Microsoft.OpenApi;
using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Errors;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Sendra.WebApi.Swagger;

/// <summary>Adds the errors that all calls by other products' clients share, each in the form of its product.</summary>
internal sealed class CompatErrorResponses(ErrorForms forms) : IOperationFilter
{
    private static readonly (string Status, string Description)[] Shared =
    [
        ("400", "Something is wrong with the request; the message names the field."),
        ("401", "The API key is missing or wrong."),
        ("403", "The API key may not do this."),
        ("429", "Too many calls. Try again after `Retry-After` seconds."),
        ("503", "The database can't be reached, or this node can't take more. Try again after `Retry-After` seconds."),
    ];

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.GroupName != CompatPaths.Group || forms.Of($"/{context.ApiDescription.RelativePath}") is not { } form)
        {
            return;
        }

        var responses = operation.Responses ??= [];
        foreach (var (status, description) in Shared)
        {
            responses.TryAdd(status, new OpenApiResponse { Description = description });
        }

        var body = context.SchemaGenerator.GenerateSchema(form.Body, context.SchemaRepository);
        foreach (var (_, response) in responses.Where(response => response.Key[0] is '4' or '5'))
        {
            ((OpenApiResponse)response).Content = new Dictionary<string, IOpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = body } };
        }
    }
}
