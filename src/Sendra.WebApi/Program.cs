using Microsoft.AspNetCore.Connections;
using Sendra.Application;
using Sendra.Infrastructure;
using Sendra.WebApi.Access;
using Sendra.WebApi.Access.Providers;
using Sendra.WebApi.AdminApp;
using Sendra.WebApi.Compat;
using Sendra.WebApi.Errors;
using Sendra.WebApi.Health;
using Sendra.WebApi.Http;
using Sendra.WebApi.Mcp;
using Sendra.WebApi.Mvc;
using Sendra.WebApi.Operating;
using Sendra.WebApi.RateLimits;
using Sendra.WebApi.Swagger;
using Sendra.WebApi.Webhooks;

if (OperatorCommand.WrongIn(args) is { } wrong)
{
    await Console.Error.WriteLineAsync(wrong);
    return 2;
}

WebApplication app;
try
{
    app = Build(args);
}
catch (InvalidOperationException wrongSetting) when (StartProblem.IsForOperator)
{
    await Console.Error.WriteLineAsync(wrongSetting.Message);
    return 1;
}

// Half of a start, most of it EF Core's model; a second core does it meanwhile.
var preparation = Task.Run(() => app.Services.PrepareDatabaseAsync(CancellationToken.None));

app.UseTrustedProxies();
app.UseErrorAnswers();
app.UseHttpServer();
app.UseApiDocument();
app.UseAdminApp();
app.UseCallerAccess();
app.UseRateLimiter();
app.MapHealth();
app.MapMetrics();
app.MapControllers().NeedSessionUnlessSaid().LimitRates(app.Services);
app.MapMcpServer();

if (await preparation is { } unusable)
{
    await Console.Error.WriteLineAsync(unusable);
    return 1;
}

if (OperatorCommand.IsGiven(args))
{
    return await OperatorCommand.RunAsync(app.Services, args, Console.Out, Console.Error);
}

app.LogWhereItRuns(app.Services.DescribeDatabase());
app.WarnOfUnknownUrl();
try
{
    await app.RunAsync();
    return 0;
}
catch (IOException problem) when (StartProblem.IsForOperator && problem.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{problem.Message} Set ASPNETCORE_URLS to listen elsewhere.");
    return 1;
}

static WebApplication Build(string[] args)
{
    var builder = WebApplication.CreateBuilder(args);
    builder.UseDefaultAddress();
    builder.Logging.AddLineFormatter();
    builder.Services.AddTelemetry(builder.Configuration);
    builder.Services.AddDraining(builder.Configuration);
    builder.Services.AddApplication();
    builder.Services.AddInfrastructure(builder.Configuration);
    builder.Services.AddHttpServer(builder.Configuration);
    builder.Services.AddTrustedProxies(builder.Configuration);
    builder.Services.AddWebhookUrls(builder.Configuration);
    builder.Services.AddErrorAnswers();
    builder.Services.AddCompatibleApis();
    builder.Services.AddCallerAccess();
    builder.Services.AddSignInProviders(builder.Configuration);
    builder.Services.AddRateLimits(builder.Configuration);
    builder.Services.AddJsonControllers();
    builder.Services.AddHealth();
    builder.Services.AddMcp();
    builder.Services.AddApiDocument();

    return builder.Build();
}
