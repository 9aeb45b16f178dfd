namespace Sendra.WebApi.Compat.Resend;

/// <summary>A suppression that was made.</summary>
/// <param name="Id">The address, which is its id here.</param>
public sealed record ResendSuppressionId(string Id)
{
    /// <summary>Always <c>suppression</c>.</summary>
    /// <example>suppression</example>
    public string Object => "suppression";
}
