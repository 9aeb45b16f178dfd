using System.Security.Claims;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Sendra.Domain.Common;
using Sendra.WebApi.Access;
using Sendra.WebApi.Errors;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Mcp;

/// <summary>What all calls of tools have in common: who may make them, and how they fail.</summary>
internal static class ToolCalls
{
    /// <summary>Lists the tools that the caller may use.</summary>
    public static McpRequestHandler<ListToolsRequestParams, ListToolsResult> ListAllowed(McpRequestHandler<ListToolsRequestParams, ListToolsResult> next) =>
        async (request, cancellationToken) =>
        {
            var listed = await next(request, cancellationToken);
            var tools = request.Services!.GetServices<McpServerTool>().ToDictionary(tool => tool.ProtocolTool.Name);
            listed.Tools = [.. listed.Tools.Where(tool => tools.TryGetValue(tool.Name, out var known) && Allows(request.User, known))];
            return listed;
        };

    /// <summary>Makes a call. What is wrong with it is told as the API tells it, so that an assistant can mend it.</summary>
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Call(McpRequestHandler<CallToolRequestParams, CallToolResult> next) =>
        async (request, cancellationToken) =>
        {
            try
            {
                if (request.MatchedPrimitive is not McpServerTool tool)
                {
                    throw new NotFoundException("tool");
                }

                if (!Allows(request.User, tool))
                {
                    return Failed(new Refusal(StatusCodes.Status403Forbidden, "missingScope", "This tool needs an API key with the scope manage."));
                }

                RefuseUnknown(request.Params, tool);
                return await next(request, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                return Failed(request.Services!.GetRequiredService<Refusals>().Of(exception is JsonException or ArgumentException ? JsonBody.Wrong("arguments", "don't fit the tool's input schema") : exception));
            }
        };

    private static bool Allows(ClaimsPrincipal? user, McpServerTool tool)
    {
        var need = tool.Metadata.OfType<ToolNeedsAttribute>().LastOrDefault()?.Need ?? Need.Read;
        return user?.Caller() is { } caller && new NeedRequirement(need, isConfirmed: false).IsMetBy(caller);
    }

    private static void RefuseUnknown(CallToolRequestParams? call, McpServerTool tool)
    {
        var known = tool.ProtocolTool.InputSchema.TryGetProperty("properties", out var properties) ? properties : default;
        foreach (var name in call?.Arguments?.Keys ?? [])
        {
            if (known.ValueKind != JsonValueKind.Object || !known.TryGetProperty(name, out _))
            {
                throw JsonBody.Wrong(name, "isn't an argument of this tool");
            }
        }
    }

    private static CallToolResult Failed(Refusal refusal) => new()
    {
        IsError = true,
        Content = [new TextContentBlock { Text = JsonSerializer.Serialize(refusal.ToProblem(traceId: null), ApiJson.Options) }],
    };
}
