namespace Sendra.Application.Common;

/// <summary>Where the world reaches this server, for links that no request asks for.</summary>
public interface IPublicAddress
{
    /// <summary>An absolute URL without a slash at its end.</summary>
    string Url { get; }
}
