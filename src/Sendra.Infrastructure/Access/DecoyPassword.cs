using Microsoft.AspNetCore.Identity;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Access;

/// <summary>Takes as long as checking a real password, so that the time of an answer doesn't tell who has an account.</summary>
internal sealed class DecoyPassword(IPasswordHasher<User> hasher)
{
    private static readonly User Nobody = new();
    private static string? _hash;

    /// <summary>Checks a password against nobody's: it is never right.</summary>
    public bool Check(string password)
    {
        _hash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        hasher.VerifyHashedPassword(Nobody, _hash, password);
        return false;
    }
}
