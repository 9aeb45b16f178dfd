using System.Collections.Frozen;

namespace Sendra.Application.Access;

/// <summary>
/// Passwords that guessers try first: those of the list of zxcvbn with at least 8 characters, shipped with the program (see
/// THIRD-PARTY-NOTICES.md).
/// </summary>
internal static class CommonPasswords
{
    private const string Resource = "Sendra.Application.Access.common-passwords.txt";

    // Read when the first password is chosen. Case makes none of them better.
    private static readonly Lazy<FrozenSet<string>> All = new(Read);

    /// <summary>True for one of them, in any case.</summary>
    public static bool Contains(string password) => All.Value.Contains(password);

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException("It is built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
