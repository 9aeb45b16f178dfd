using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Sendra.WebApi.Access;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Errors;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Sendra.WebApi.Swagger;

/// <summary>
/// Adds to every action the errors that it shares with the others. Those of its own (409, 422) stand in its
/// comments; this gives them their shape.
/// </summary>
internal sealed class ErrorResponses : IOperationFilter
{
    private const string Changed = "`workspaceChanged`: the call named another workspace than its session or key is in.";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var responses = operation.Responses ??= [];
        foreach (var (status, description) in Shared(operation, context))
        {
            responses.TryAdd(status, new OpenApiResponse { Description = description });
        }

        if (!IsAnonymous(context) && !responses.TryAdd("409", new OpenApiResponse { Description = Changed }))
        {
            responses["409"].Description += $" {Changed}";
        }

        var problem = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);
        foreach (var (_, response) in responses.Where(response => response.Key[0] is '4' or '5'))
        {
            ((OpenApiResponse)response).Content = new Dictionary<string, IOpenApiMediaType>
            {
                [ProblemWriter.ContentType] = new OpenApiMediaType { Schema = problem },
            };
        }

        operation.Responses = [];
        foreach (var (status, response) in responses.OrderBy(response => response.Key, StringComparer.Ordinal))
        {
            operation.Responses.Add(status, response);
        }
    }

    private static IEnumerable<(string Status, string Description)> Shared(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.RequestBody is not null || operation.Parameters is { Count: > 0 })
        {
            yield return ("400", "`validationFailed`: `errors` says what is wrong, by field.");
        }

        if (!IsAnonymous(context))
        {
            yield return ("401", "`signInRequired`: there is no session, or it has ended; `invalidApiKey`: the key is unknown or revoked.");
        }

        if (context.ApiDescription.RelativePath!.Contains('{', StringComparison.Ordinal))
        {
            yield return ("404", "There is no such thing in this workspace.");
        }

        if (operation.RequestBody is not null)
        {
            yield return ("408", "`requestTimeout`: the body came too slowly.");
            yield return ("413", "`bodyTooLarge`.");
            yield return ("415", "`unsupportedMediaType`: the body is not declared as application/json or application/…+json in UTF-8, or it has a Content-Encoding.");
        }

        var forbidden = Forbidden(context).ToArray();
        if (forbidden.Length > 0)
        {
            yield return ("403", string.Join(' ', forbidden));
        }

        yield return ("429", "`tooManyRequests`: `Retry-After` says when to come back.");

        yield return ("503", "`storageUnavailable`: the database can't be reached; `overloaded`: this node holds all it can; `Retry-After` says when to come back.");
    }

    private static IEnumerable<string> Forbidden(OperationFilterContext context)
    {
        if (CallerNeeds.Of(context) is { } need)
        {
            yield return need.Scope is null ? "`sessionRequired`: no API key may do this." : "`missingScope`: the API key may not do this.";
            if (need.Need == Need.Owner)
            {
                yield return "`ownerRequired`: only owners may.";
            }
        }

        if (!HttpMethods.IsGet(context.ApiDescription.HttpMethod!))
        {
            yield return "`crossSite`: another site made the browser send this.";
        }
    }

    private static bool IsAnonymous(OperationFilterContext context) =>
        context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any();
}
