using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Sendra.WebApi.Access;
using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Errors;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Sendra.WebApi.Swagger;

/// <summary>
/// Adds the errors that all actions share to each action. Its own errors (409, 422) are in its comments; this adds
/// their schema.
/// </summary>
internal sealed class ErrorResponses : IOperationFilter
{
    private const string Changed = "`workspaceChanged`: the call names a workspace other than that of its session or key.";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.GroupName == CompatPaths.Group)
        {
            return;
        }

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
            yield return ("404", "The workspace has no such object.");
        }

        if (operation.RequestBody is not null)
        {
            yield return ("408", "`requestTimeout`: the body arrived too slowly.");
            yield return ("413", "`bodyTooLarge`: the body is too large.");
            yield return ("415", "`unsupportedMediaType`: the body isn't declared as application/json or application/…+json in UTF-8, or it has a Content-Encoding.");
        }

        var forbidden = Forbidden(context).ToArray();
        if (forbidden.Length > 0)
        {
            yield return ("403", string.Join(' ', forbidden));
        }

        yield return ("429", "`tooManyRequests`: try again after `Retry-After` seconds.");

        yield return ("503", "`storageUnavailable`: the database can't be reached; `overloaded`: this node can't take more. Try again after `Retry-After` seconds.");
    }

    private static IEnumerable<string> Forbidden(OperationFilterContext context)
    {
        if (CallerNeeds.Of(context) is { } need)
        {
            if (need.Need != Need.Caller)
            {
                yield return need.Scope is null ? "`sessionRequired`: API keys can't do this." : "`missingScope`: the API key lacks the scope.";
            }

            if (need.Need != Need.Account)
            {
                yield return "`noWorkspace`: the session is in no workspace.";
            }

            if (need.Need == Need.Owner)
            {
                yield return "`ownerRequired`: only owners can do this.";
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
