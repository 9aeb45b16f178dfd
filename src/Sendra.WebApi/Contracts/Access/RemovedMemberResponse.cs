using Sendra.Application.Access;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>What a removed member leaves behind.</summary>
/// <param name="ApiKeys">The API keys that the person created and may still know, newest first. They work until you revoke them.</param>
public sealed record RemovedMemberResponse(IReadOnlyList<ApiKeyResult> ApiKeys);
