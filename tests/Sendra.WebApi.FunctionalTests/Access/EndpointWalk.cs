namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>How to walk one endpoint.</summary>
/// <param name="Needs">
/// What it asks of its caller: a scope, <c>caller</c>, <c>session</c> or <c>owner</c>; null when it is open to everyone.
/// </param>
/// <param name="Path">Its address, with the ids of a workspace in it.</param>
/// <param name="Body">What to send, or null.</param>
/// <param name="Foreign">The status for a caller from another workspace.</param>
internal sealed record EndpointWalk(string? Needs, Func<WalkedWorkspace, string> Path, Func<WalkedWorkspace, object?>? Body, int Foreign);
