namespace Sendra.Application.Access;

/// <summary>A session that has begun.</summary>
/// <param name="Cookie">The text of its cookie.</param>
/// <param name="EndsAt">When it ends, however much it is used.</param>
public sealed record NewSession(string Cookie, DateTimeOffset EndsAt)
{
    /// <summary>Hides the secret.</summary>
    public override string ToString() => nameof(NewSession);
}
