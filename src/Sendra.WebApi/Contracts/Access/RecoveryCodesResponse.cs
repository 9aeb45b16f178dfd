using Sendra.Application.Access;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>New recovery codes. Only this response shows them: store them now.</summary>
/// <param name="Codes">The codes. Each stands in once for the second factor.</param>
public sealed record RecoveryCodesResponse(IReadOnlyList<string> Codes)
{
    /// <summary>From what was made.</summary>
    internal static RecoveryCodesResponse From(RecoveryCodes made) => new([.. made.Codes.Select(code => code.Reveal())]);

    /// <summary>Hides the secrets, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(RecoveryCodesResponse);
}
