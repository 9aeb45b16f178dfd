namespace Sendra.Domain.Access;

/// <summary>A set of scopes.</summary>
/// <param name="Bits">A bit for each scope, as stored.</param>
public readonly record struct ApiKeyScopes(int Bits)
{
    private static readonly ApiKeyScope[] All = Enum.GetValues<ApiKeyScope>();

    /// <summary>The scopes that were given, in the order of <see cref="ApiKeyScope"/>.</summary>
    public IReadOnlyList<ApiKeyScope> Given
    {
        get
        {
            var bits = Bits;
            return [.. All.Where(scope => (bits & (int)scope) != 0)];
        }
    }

    /// <summary>A set.</summary>
    /// <param name="scopes">Its scopes; one that is named twice counts once.</param>
    public static ApiKeyScopes Of(params IEnumerable<ApiKeyScope> scopes) =>
        new(scopes.Aggregate(0, (bits, scope) => bits | (int)scope));

    /// <summary>True if the set allows this scope. A key that can change things can also read them.</summary>
    /// <param name="scope">What is needed.</param>
    public bool Allow(ApiKeyScope scope) =>
        (Bits & (int)scope) != 0 || (scope == ApiKeyScope.Read && (Bits & (int)ApiKeyScope.Manage) != 0);
}
