using System.Text.Json;

namespace Sendra.Benchmarks.Limit;

/// <summary>The body of a send call.</summary>
internal sealed record LimitBody(
    string Email, string EventName, JsonElement EventProperties, LimitBody.Person? ContactProperties)
{
    internal sealed record Person(string? FirstName, string? LastName, string? Name);
}
