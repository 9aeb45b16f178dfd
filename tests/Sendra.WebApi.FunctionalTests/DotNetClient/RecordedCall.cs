using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.DotNetClient;

/// <summary>What a method of the client sent.</summary>
/// <param name="Caller">The method.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path without its query.</param>
/// <param name="Query">The names in its query.</param>
/// <param name="Body">The JSON body; null for none, or another one.</param>
/// <param name="Answer">The type that its answer is read as; null when it is a stream or nothing.</param>
internal sealed record RecordedCall(string Caller, string Method, string Path, IReadOnlyList<string> Query, JsonElement? Body, Type? Answer);
