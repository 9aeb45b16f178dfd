using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class SourceHandshakes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "handshake",
                table: "event_sources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withheld_headers",
                table: "deliveries",
                type: "text",
                nullable: true,
                collation: "C");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "handshake",
                table: "event_sources");

            migrationBuilder.DropColumn(
                name: "withheld_headers",
                table: "deliveries");
        }
    }
}
