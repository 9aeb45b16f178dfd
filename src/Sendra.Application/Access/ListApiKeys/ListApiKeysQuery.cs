using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Access.ListApiKeys;

/// <summary>Reads a part of the workspace's API keys, newest first.</summary>
/// <param name="Paging">Which part.</param>
public sealed record ListApiKeysQuery(Paging Paging) : IRequest<Page<ApiKeyResult>>;
