namespace Sendra.Domain.EventSources.Signatures;

/// <summary>A scheme in which the sender signs what it sends.</summary>
/// <param name="algorithm">How it signs.</param>
/// <param name="tolerance">How far a signed time may lie from now, either way.</param>
internal abstract class SigningScheme(SignatureOptions options, string? header, SignatureAlgorithm algorithm, TimeSpan tolerance) : SignatureScheme(options, header)
{
    /// <summary>What the request claims, or why it claims nothing.</summary>
    internal abstract SignatureClaim? Read(SignedRequest request, out SignatureCheck? refusal);

    public override bool HasPublicKeys => algorithm.HasPublicKeys;

    private protected override byte[]? Key(string text) => algorithm.Key(text);

    private protected override SignatureCheck Verify(SignedRequest request, IEnumerable<byte[]> keys, DateTimeOffset now)
    {
        var claim = Read(request, out var refusal);
        if (claim is null)
        {
            return refusal!;
        }

        var isSigned = false;
        foreach (var key in keys)
        {
            isSigned |= algorithm.IsSignedWith(key, claim);
        }

        // The time comes last: it means something only when it is the sender's word.
        return isSigned
            ? CheckTime(claim.Time, now)
            : SignatureCheck.Refused(
                SignatureCode.Mismatch,
                $"The signature{(SignatureHeader is { } header ? $" in {header}" : "")} was made with another secret, or the body was changed on the way. Compare the source's secret with the sender's.");
    }

    private SignatureCheck CheckTime(long? time, DateTimeOffset now)
    {
        if (time is not { } seconds)
        {
            return SignatureCheck.Valid;
        }

        var age = now.ToUnixTimeSeconds() - seconds;
        var limit = (long)tolerance.TotalSeconds;
        return age > limit ? SignatureCheck.Refused(SignatureCode.TooOld, $"The delivery was signed {age} seconds ago; at most {limit} are allowed. Someone else may have sent an old delivery again.")
            : age < -limit ? SignatureCheck.Refused(SignatureCode.TooNew, $"The delivery was signed {-age} seconds in the future; at most {limit} are allowed. One of the two clocks is wrong.")
            : SignatureCheck.Valid;
    }
}
