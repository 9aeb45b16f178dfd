using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SendingLimits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "messages_per_day",
                table: "workspaces",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "messages_per_second",
                table: "workspaces",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "limited_at",
                table: "outbox",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "mail_turns",
                columns: table => new
                {
                    workspace_id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    opens_at = table.Column<long>(type: "bigint", nullable: true),
                    second_began = table.Column<long>(type: "bigint", nullable: false),
                    tries = table.Column<int>(type: "int", nullable: false),
                    day_number = table.Column<int>(type: "int", nullable: false),
                    day_messages = table.Column<int>(type: "int", nullable: false),
                    per_second = table.Column<int>(type: "int", nullable: true),
                    per_day = table.Column<int>(type: "int", nullable: true),
                    time_zone = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_turns", x => x.workspace_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_limited",
                table: "outbox",
                columns: new[] { "workspace_id", "limited_at", "enrollment_id", "visit" },
                filter: "limited_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mail_turns_open",
                table: "mail_turns",
                columns: new[] { "opens_at", "workspace_id" },
                filter: "opens_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mail_turns");

            migrationBuilder.DropIndex(
                name: "ix_outbox_limited",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "messages_per_day",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "messages_per_second",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "limited_at",
                table: "outbox");
        }
    }
}
