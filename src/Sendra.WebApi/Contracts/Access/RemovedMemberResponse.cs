using Sendra.Application.Access;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>What a person who is no member any more leaves behind.</summary>
/// <param name="ApiKeys">The API keys that the person made and may still know, newest first: they go on until they are revoked.</param>
public sealed record RemovedMemberResponse(IReadOnlyList<ApiKeyResult> ApiKeys);
