using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Access.ListApiKeys;

/// <summary>Lists the workspace's API keys, newest first.</summary>
public sealed record ListApiKeysQuery(Paging Paging) : IRequest<Page<ApiKeyResult>>;
