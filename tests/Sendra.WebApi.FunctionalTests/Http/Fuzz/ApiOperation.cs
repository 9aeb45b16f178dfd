using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Http.Fuzz;

/// <summary>One call as the served OpenAPI document describes it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path with its placeholders.</param>
/// <param name="Parameters">What stands in the path, the query and headers.</param>
/// <param name="Body">The schema of a JSON body, if it takes one.</param>
/// <param name="Statuses">The statuses that it says it answers.</param>
internal sealed record ApiOperation(
    HttpMethod Method, string Path, IReadOnlyList<ApiParameter> Parameters, JsonElement? Body, IReadOnlySet<int> Statuses)
{
    /// <summary>Every call of the document.</summary>
    public static IReadOnlyList<ApiOperation> ReadAll(JsonElement document) =>
    [
        .. from path in document.GetProperty("paths").EnumerateObject()
           from method in path.Value.EnumerateObject()
           select Read(path.Name, method),
    ];

    private static ApiOperation Read(string path, JsonProperty method) => new(
        HttpMethod.Parse(method.Name),
        path,
        method.Value.TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Select(one => new ApiParameter(one.GetProperty("name").GetString()!, one.GetProperty("in").GetString()!, one.GetProperty("schema")))]
            : [],
        method.Value.TryGetProperty("requestBody", out var body) ? body.GetProperty("content").GetProperty("application/json").GetProperty("schema") : null,
        method.Value.GetProperty("responses").EnumerateObject().Select(response => int.Parse(response.Name, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet());
}
