using Sendra.Application.Operating;

namespace Sendra.WebApi.Contracts.Operating;

/// <summary>Who you are to this server, and how it is.</summary>
/// <param name="Version">The server's version.</param>
/// <param name="Time">What time it is to the server.</param>
/// <param name="Workspace">The workspace of your session or key.</param>
/// <param name="Key">Your API key; null for a session.</param>
/// <param name="Load">How busy the node is that answered.</param>
public sealed record StatusResponse(string Version, DateTimeOffset Time, StatusWorkspace Workspace, StatusKey? Key, NodeLoad Load);
