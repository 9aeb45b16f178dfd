namespace Sendra.Application.Access;

/// <summary>Limits of a password: length is all that counts, so no rules about its characters.</summary>
public static class Password
{
    /// <summary>The least length in characters.</summary>
    public const int MinLength = 8;

    /// <summary>The greatest length in characters.</summary>
    public const int MaxLength = 128;
}
