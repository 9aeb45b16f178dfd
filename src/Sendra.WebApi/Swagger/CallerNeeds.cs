using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Sendra.WebApi.Access;
using Sendra.WebApi.Json;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Sendra.WebApi.Swagger;

/// <summary>
/// Says which credentials a call takes: a session, and where a scope is enough also an API key. <c>x-needs</c> has the
/// scope, or <c>caller</c>, <c>session</c> or <c>owner</c>.
/// </summary>
internal sealed class CallerNeeds : IOperationFilter
{
    /// <summary>What an action asks of its caller; null when it is open to everyone.</summary>
    public static NeedRequirement? Of(OperationFilterContext context) =>
        context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<NeedsAttribute>().LastOrDefault() is { } needs
            ? new NeedRequirement(needs.Need, needs.Confirmed)
            : null;

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (Of(context) is not { } need)
        {
            return;
        }

        operation.Security = [Takes(ApiDocument.SessionScheme, context)];
        if (need.Scope is not null || need.Need == Need.Caller)
        {
            operation.Security.Add(Takes(ApiDocument.KeyScheme, context));
        }

        var name = need.Scope is { } scope
            ? JsonSerializer.SerializeToElement(scope, ApiJson.Options).GetString()
            : need.Need switch { Need.Owner => "owner", Need.Caller => "caller", _ => "session" };
        operation.AddExtension("x-needs", new JsonNodeExtension(JsonValue.Create(name)!));
    }

    private static OpenApiSecurityRequirement Takes(string scheme, OperationFilterContext context) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };
}
