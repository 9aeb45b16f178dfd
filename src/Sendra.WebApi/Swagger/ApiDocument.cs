using Microsoft.OpenApi;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.WebApi.Access;
using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Contracts.Contacts;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Swagger;

/// <summary>The OpenAPI document and its page at <c>/swagger</c>.</summary>
internal static class ApiDocument
{
    /// <summary>The document of the API itself.</summary>
    public const string Name = "v1";

    public const string SessionScheme = "session";

    public const string KeyScheme = "apiKey";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddSwaggerGen(options =>
    {
        options.SwaggerDoc(Name, new OpenApiInfo
        {
            Title = "Sendra",
            Version = "v1",
            Description = "Send custom events to trigger automations, exit enrollments, and feed your event log. "
                + "Register or log in first: then every call from this page sends the session cookie. Programs send an API key.\n\n"
                + $"Any call can name its workspace, with the header `{WorkspaceGuard.Header}` or the query parameter `{WorkspaceGuard.Parameter}`. "
                + "If its session or key is in another workspace, the call is refused with 409 `workspaceChanged` and does nothing. "
                + "So a page never acts in a workspace that another tab has switched to.",
        });
        options.SwaggerDoc(CompatPaths.Group, new OpenApiInfo
        {
            Title = "Sendra for other products' clients",
            Version = "v1",
            Description = "APIs that answer the clients of Resend, Loops, Segment, Customer.io and Plunk, so that a team changes a URL and a key. "
                + "Errors have the form of the product. Bodies are read as JSON whatever their Content-Type. "
                + $"What a call sends and Sendra has no use for is accepted and named in the header `{CompatWarnings.Header}`.",
        });
        options.DocInclusionPredicate((document, call) => document == (call.GroupName ?? Name));
        options.IncludeXmlComments(typeof(Program).Assembly, includeControllerXmlComments: true);
        options.IncludeXmlComments(typeof(IWorkspaceContext).Assembly);
        options.IncludeXmlComments(typeof(RawJson).Assembly);
        options.SupportNonNullableReferenceTypes();
        options.CustomOperationIds(action => $"{action.ActionDescriptor.RouteValues["controller"]}_{action.ActionDescriptor.RouteValues["action"]}");
        options.MapType<RawJson>(() => new OpenApiSchema { Description = "Any JSON value." });
        options.MapType<RawJson?>(() => new OpenApiSchema { Description = "Any JSON value." });
        options.MapType<ContactRequest>(ContactBody.Schema);
        options.MapType<StatedText>(() => new OpenApiSchema { Type = JsonSchemaType.String });
        foreach (var type in TypedId.Types)
        {
            options.MapType(type, () => new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" });
        }

        options.AddSecurityDefinition(SessionScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = SessionCookie.Name,
            Description = "The cookie that register and login set. Over HTTPS its name begins with __Host-.",
        });
        options.AddSecurityDefinition(KeyScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An API key of the workspace (sendra_…) with the scope in the call's x-needs. It takes precedence over a cookie.",
        });
        options.ParameterFilter<QueryNames>();
        options.SchemaFilter<AlwaysThere>();
        options.SchemaFilter<BatchItems>();
        options.SchemaFilter<StatedTexts>();
        options.OperationFilter<WebhookBody>();
        options.OperationFilter<ImportBody>();
        options.OperationFilter<CloudEventBody>();
        options.OperationFilter<ErrorResponses>();
        options.OperationFilter<CompatErrorResponses>();
        options.OperationFilter<CallerNeeds>();
        options.OperationFilter<BehindHeader>();
        options.DocumentFilter<McpCall>();
    });

    public static IApplicationBuilder UseApiDocument(this IApplicationBuilder app) => app
        .UseSwagger()
        .UseSwaggerUI(options =>
        {
            options.DocumentTitle = "Sendra API";
            options.SwaggerEndpoint("v1/swagger.json", "Sendra");
            options.SwaggerEndpoint($"{CompatPaths.Group}/swagger.json", "Other products' clients");
        });
}
