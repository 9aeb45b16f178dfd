using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Sendra.WebApi.FunctionalTests.Mcp;

/// <summary>The official client of the Model Context Protocol, connected by a key.</summary>
internal sealed class Assistant(McpClient client) : IAsyncDisposable
{
    public McpClient Client => client;

    public static async Task<Assistant> ConnectAsync(Uri server, string key) => new(await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions
    {
        Endpoint = new Uri(server, "/mcp"),
        TransportMode = HttpTransportMode.StreamableHttp,
        AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {key}" },
    })));

    /// <summary>The names of the tools that are offered.</summary>
    public async Task<string[]> ToolsAsync() => [.. (await client.ListToolsAsync()).Select(tool => tool.Name).Order(StringComparer.Ordinal)];

    /// <summary>What a tool answers; fails when it refuses.</summary>
    public async Task<JsonElement> CallAsync(string tool, params (string Name, object? Value)[] arguments)
    {
        var (isError, answer) = await SendAsync(tool, arguments);
        isError.Should().BeFalse("{0} answered {1}", tool, answer);
        return answer;
    }

    /// <summary>Why a tool refuses; fails when it doesn't.</summary>
    public async Task<JsonElement> RefusalAsync(string tool, params (string Name, object? Value)[] arguments)
    {
        var (isError, answer) = await SendAsync(tool, arguments);
        isError.Should().BeTrue("{0} answered {1}", tool, answer);
        return answer;
    }

    public ValueTask DisposeAsync() => client.DisposeAsync();

    private async Task<(bool IsError, JsonElement Answer)> SendAsync(string tool, (string Name, object? Value)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value));
        return (result.IsError == true, JsonDocument.Parse(result.Content.OfType<TextContentBlock>().Single().Text).RootElement);
    }
}
