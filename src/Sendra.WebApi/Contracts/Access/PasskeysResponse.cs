using Sendra.Application.Access;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>The passkeys of the signed-in user, oldest first.</summary>
/// <param name="Items">All of them.</param>
public sealed record PasskeysResponse(IReadOnlyList<PasskeyResult> Items);
