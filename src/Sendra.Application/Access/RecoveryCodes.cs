using Sendra.Domain.Access;

namespace Sendra.Application.Access;

/// <summary>New recovery codes, to be shown once.</summary>
/// <param name="Codes">The codes.</param>
public sealed record RecoveryCodes(IReadOnlyList<RecoveryCode> Codes);
