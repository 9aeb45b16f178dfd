using Sendra.Domain.Contacts;

namespace Sendra.WebApi.Compat.Customerio;

/// <summary>Whom a path names: by address, or by an id of the team's own.</summary>
/// <param name="Email">The address, or null.</param>
/// <param name="ExternalId">The id, or null.</param>
internal sealed record CustomerioPerson(string? Email, string? ExternalId)
{
    // Routing leaves this one encoded, so that it does not split the path.
    private const string EncodedSlash = "%2F";

    public static CustomerioPerson InPath(string id)
    {
        var text = id.Replace(EncodedSlash, "/", StringComparison.OrdinalIgnoreCase);
        return EmailAddress.TryParse(text, out _, out _) ? new CustomerioPerson(text, null) : new CustomerioPerson(null, text);
    }
}
