using Microsoft.AspNetCore.Identity;

namespace Sendra.Infrastructure.Access;

/// <summary>Addresses are normalised by the domain (E1) before Identity sees them; it must not fold them further.</summary>
internal sealed class KeepAsIs : ILookupNormalizer
{
    public string? NormalizeEmail(string? email) => email;

    public string? NormalizeName(string? name) => name;
}
