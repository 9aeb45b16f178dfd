namespace Sendra.WebApi.Compat.Resend;

/// <summary>A suppression that was lifted.</summary>
/// <param name="Id">The address, which was its id here.</param>
/// <param name="Deleted">False when there was none.</param>
public sealed record ResendRemovedSuppression(string Id, bool Deleted)
{
    /// <summary>Always <c>suppression</c>.</summary>
    /// <example>suppression</example>
    public string Object => "suppression";
}
